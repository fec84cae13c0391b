#!/usr/bin/env python3
"""Verifies what left Shuzhi's ledger, without Shuzhi: one file, Python 3.8 or later, no network.

    python3 verify.py case.zip --key 'shuzhi/...+...+...' [--checkpoint FILE] [--witness LINE] [--json]

Exit code: 0 valid, 1 tampered, 2 incomplete, 3 cannot tell. The key must have come to you by another
way than this bundle.
"""
import argparse, base64, datetime, hashlib, json, re, sys, zipfile, zlib

TAMPERED, INCOMPLETE, UNKNOWN = "tampered", "incomplete", "unknown"
VERDICTS = {
    TAMPERED: "key signature cosignature rollback fork stream doubled order chain kind actor time entry proof "
    "proof_form words attachment record surplus head heads file root",
    INCOMPLETE: "missing tail proof_missing words_missing attachment_missing record_missing heads_missing "
    "consistency_missing witness_missing file_missing",
    UNKNOWN: "unreadable unpinned",
}
VERDICT_OF = {code: verdict for verdict, codes in VERDICTS.items() for code in codes.split()}
EXIT = {"valid": 0, TAMPERED: 1, INCOMPLETE: 2, UNKNOWN: 3}

SAFE, LEAVES_A_FILE, HOUSE = 2**53 - 1, 65536, "house:ledger"
HEX64, SURROGATE = re.compile(r"[0-9a-f]{64}"), re.compile("[\ud800-\udfff]")
DECODER = json.JSONDecoder(parse_constant=int)

class Fault(Exception):
    """The first thing that does not hold."""

    def __init__(self, code, seq=None):
        super().__init__(code)
        self.code, self.seq = code, seq

def refuse(broken, code="unreadable", seq=None):
    if broken:
        raise Fault(code, seq)

# --- Ed25519 (RFC 8032 section 5.1), verification only -----------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)

def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_1 % P
    if y >= P or (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x

def point(data):
    number = int.from_bytes(data, "little")
    y = number & ((1 << 255) - 1)
    x = recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)

def add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def times(scalar, one):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, one)
        one = add(one, one)
        scalar >>= 1
    return result

BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)

def ed25519(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))

# --- the Merkle tree (RFC 6962, RFC 9162 section 2.1) ------------------------------------------------

def sha256(data):
    return hashlib.sha256(data).digest()

def sha256_hex(data):
    return hashlib.sha256(data).hexdigest()

def leaf_hash(data):
    return sha256(b"\x00" + data)

def node_hash(left, right):
    return sha256(b"\x01" + left + right)

def root_by_inclusion(index, size, leaf, path):
    """None: the path has not the length it must have."""
    if index >= size:
        return None
    fn, sn, node = index, size - 1, leaf
    for sibling in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            node = node_hash(sibling, node)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = node_hash(node, sibling)
        fn, sn = fn >> 1, sn >> 1
    return node if sn == 0 else None

def is_consistent(old_size, old_root, size, root, proof):
    """0 <= old_size < size."""
    if old_size == 0:
        return not proof
    path = ([old_root] if old_size & (old_size - 1) == 0 else []) + list(proof)
    if not path:
        return False
    fn, sn = old_size - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    was = now = path[0]
    for sibling in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            was, now = node_hash(sibling, was), node_hash(sibling, now)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            now = node_hash(now, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and was == old_root and now == root

# --- notes, keys, checkpoints, proofs (C2SP signed-note, tlog-checkpoint, tlog-proof) ---------------

def unbase64(text):
    """None: not the one way to write those bytes."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if data and base64.b64encode(data).decode() == text else None

class Key:
    def __init__(self, line, algorithm):
        parts = line.strip().split("+", 2)
        data = unbase64(parts[2]) if len(parts) == 3 else None
        if data is None or len(data) != 33 or data[0] != algorithm:
            raise ValueError("no key of this kind")
        self.name, self.raw = parts[0], data[1:]
        self.id = sha256(self.name.encode() + b"\n" + bytes([algorithm]) + self.raw)[:4]
        if not re.fullmatch(r"[^\s+]+", self.name) or self.id.hex() != parts[1]:
            raise ValueError("the parts of the key do not fit")

    def signature_in(self, note):
        return next((data for name, key_id, data in note.signatures if (name, key_id) == (self.name, self.id)), None)

    def signed(self, note):
        """True, False, or None where it has not signed at all."""
        data = self.signature_in(note)
        return None if data is None else ed25519(self.raw, note.text.encode(), data)

    def cosigned(self, note):
        data = self.signature_in(note)
        if data is None or len(data) != 72:
            return None if data is None else False
        head = f"cosignature/v1\ntime {int.from_bytes(data[:8], 'big')}\n"
        return ed25519(self.raw, (head + note.text).encode(), data[8:])

class Checkpoint:
    """Raises ValueError where the text is none."""

    def __init__(self, whole):
        end = whole.rfind("\n\n")
        if end < 0 or not whole.endswith("\n"):
            raise ValueError("no signed note")
        self.whole, self.text, self.signatures = whole, whole[: end + 1], []
        for line in whole[end + 2 : -1].split("\n"):
            found = re.fullmatch(r"\u2014 ([^\s+]+) (\S+)", line)
            data = unbase64(found.group(2)) if found else None
            if data is None or len(data) <= 4:
                raise ValueError("no signature")
            self.signatures.append((found.group(1), data[:4], data[4:]))
        body = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]{0,14})\n([^\n]+)\n", self.text)
        self.root = unbase64(body.group(3)) if body else None
        if self.root is None or len(self.root) != 32:
            raise ValueError("no checkpoint")
        self.origin, self.size = body.group(1), int(body.group(2))

def hashes_of(lines, longest):
    """None: one of them is no hash, or they are too many."""
    hashes = [unbase64(line) for line in lines[: longest + 1]]
    return hashes if len(hashes) <= longest and all(one and len(one) == 32 for one in hashes) else None

def proof_of(text):
    """(index, path, checkpoint), or None."""
    end = text.find("\n\n")
    lines = text[:end].split("\n") if end >= 0 else []
    if len(lines) < 2 or lines[0] != "c2sp.org/tlog-proof@v1":
        return None
    place = re.fullmatch(r"index (0|[1-9][0-9]{0,14})", lines[1])
    path = hashes_of(lines[2:], 63)
    return (int(place.group(1)), path, text[end + 2 :]) if place and path is not None else None

# --- the bundle --------------------------------------------------------------------------------------

class Bundle:
    """A ZIP of the one plain form bundles are written in."""

    NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")

    def __init__(self, path):
        with open(path, "rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 22))
            end = file.read(22)
        refuse(len(end) != 22 or end[:4] != b"PK\x05\x06")
        count, width, start = (int.from_bytes(end[a:b], "little") for a, b in ((10, 12), (12, 16), (16, 20)))
        refuse(start + width != size - 22 or count > 65534)
        self.zip = zipfile.ZipFile(path)
        infos = self.zip.infolist()
        self.infos = {info.filename: info for info in infos}
        plain = all(self.NAME.fullmatch(i.filename) and i.flag_bits == 0 and not i.extra + i.comment for i in infos)
        refuse(not plain or any(i.compress_type not in (0, 8) for i in infos))
        refuse(len(infos) != count or len(self.infos) != count)
        refuse(sum(info.file_size for info in infos) > 2**31)

    def read(self, name):
        """None: there is no such file."""
        try:
            return self.zip.read(self.infos[name]) if name in self.infos else None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise Fault("unreadable")

    def text(self, name):
        data = self.read(name)
        try:
            return None if data is None else data.decode("utf-8")
        except UnicodeDecodeError:
            raise Fault("unreadable")

def json_object(text):
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError):
        raise Fault("unreadable")
    refuse(not isinstance(value, dict))
    return value

def count_of(value):
    """The value as a whole number from 0 to 2^53-1; None: it is none."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SAFE else None

def is_text(value):
    return isinstance(value, str) and (value.isascii() or not SURROGATE.search(value))

def is_hash_list(value):
    return isinstance(value, dict) and all(isinstance(h, str) and HEX64.fullmatch(h) for h in value.values())

ENTRY_TEXTS = ("origin", "conv", "cprev", "ts", "kind", "actor", "commit")
LINE_TEXTS, LINE_COUNTS = ("kind", "actor", "body", "salt"), ("leaf", "seq", "at")

def entry_lines(text):
    refuse(text != "" and not text.endswith("\n"))
    lines = [json_object(line) for line in text.split("\n")[:-1]]
    for line in lines:
        refuse(set(line) != {"entry", *LINE_TEXTS, *LINE_COUNTS} or not is_text(line["entry"]))
        refuse(any(line[name] is not None and not is_text(line[name]) for name in LINE_TEXTS))
        for name in LINE_COUNTS:
            given, line[name] = line[name], count_of(line[name])
            refuse(given is not None and line[name] is None)
    return lines

def parse_entry(text):
    """None: no ledger entry."""
    try:
        entry = json_object(text)
    except Fault:
        return None
    if set(entry) != {"v", "cseq", *ENTRY_TEXTS} or count_of(entry["v"]) != 1:
        return None
    entry["cseq"] = count_of(entry["cseq"])
    return entry if entry["cseq"] is not None and all(is_text(entry[name]) for name in ENTRY_TEXTS) else None

def iso(at):
    """As the ledger writes an instant; None beyond the years it knows."""
    try:
        seconds, ms = divmod(at, 1000)
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
        return moment.strftime("%Y-%m-%dT%H:%M:%S").zfill(19) + f".{ms:03d}Z"
    except OverflowError:
        return None

def claimed_id(body):
    """What an event calls itself, before anything of it is verified."""
    try:
        return json_object(body or "").get("id")
    except Fault:
        return None

class Verifier:
    def __init__(self, bundle, keys, witnesses, known):
        self.bundle, self.keys, self.witnesses, self.known = bundle, keys, witnesses, known
        self.conversation, self.entries, self.size, self.destroyed = None, 0, None, []

    def run(self):
        self.read_manifest()
        self.trust_checkpoint()
        self.whole_ledger() if self.conversation is None else self.case()
        refuse(not self.keys, "unpinned")

    def read_manifest(self):
        manifest = json_object(self.bundle.text("manifest.json") or "")
        form, conversation = manifest.get("format"), manifest.get("conversation", False)
        known = is_text(conversation) if form == "shuzhi-case/1" else form == "shuzhi-ledger/1" and conversation is None
        size, head = count_of(manifest.get("size")), manifest.get("head", False)
        whole = all(is_text(manifest.get(name)) for name in ("id", "origin", "key")) and size is not None
        refuse(not known or not whole or not (head is None or is_text(head)) or not is_hash_list(manifest.get("files")))
        self.manifest, self.conversation, self.claimed = manifest, conversation, size

    def trust_checkpoint(self):
        manifest = self.manifest
        text = self.bundle.text(f"checkpoints/{self.claimed}.txt")
        refuse(text is None, "file_missing")
        try:
            checkpoint = Checkpoint(text)
        except ValueError:
            raise Fault("signature")
        refuse(checkpoint.origin != manifest["origin"] or checkpoint.size != self.claimed, "signature")
        try:
            keys = self.keys or [Key(manifest["key"], 1)]
        except ValueError:
            keys = []
        found = [key.signed(checkpoint) for key in keys if key.name == checkpoint.origin]
        refuse(True not in found, "signature" if False in found else "key")
        found = [witness.cosigned(checkpoint) for witness in self.witnesses]
        refuse(False in found or None in found, "cosignature" if False in found else "witness_missing")
        if self.known:
            self.goes_on_from(self.known, checkpoint)
        self.checkpoint, self.size = checkpoint, checkpoint.size

    def goes_on_from(self, old, now):
        refuse(old.origin != now.origin, "fork")
        refuse(old.size > now.size, "rollback")
        if old.size == now.size:
            refuse(old.root != now.root, "fork")
            return
        text = self.bundle.text(f"consistency/{old.size}.txt")
        refuse(text is None, "consistency_missing")
        proof = [] if text == "" else hashes_of(text[:-1].split("\n"), 126) if text.endswith("\n") else None
        refuse(proof is None or not is_consistent(old.size, old.root, now.size, now.root, proof), "fork")

    # --- one conversation -----------------------------------------------------------------------

    def case(self):
        entries, evidence = self.bundle.text("entries.jsonl"), self.bundle.text("evidence.jsonl")
        refuse(entries is None or evidence is None)
        lines = entry_lines(entries)
        house = [(line, parse_entry(line["entry"])) for line in entry_lines(evidence)]
        house = [(line, entry) for line, entry in house if entry and entry["conv"] == HOUSE]
        self.entries = len(lines)
        withheld = self.find_destroyed(house, lines)
        self.check_entries(lines)
        record = self.export_record(house)
        self.check_length(record, lines)
        self.check_heads(record, house, lines)
        refuse(withheld is not None, "words_missing", withheld)
        self.check_files(record["files"])

    def find_destroyed(self, house, lines):
        on_record = set()
        for line, entry in house:
            if entry["kind"] == "WordsDestroyed":
                body = self.evidence_body(line, entry)
                if body and body.get("stream") == self.conversation and isinstance(body.get("seqs"), list):
                    on_record.update(seq for seq in map(count_of, body["seqs"]) if seq is not None)
        gone = [i for i, line in enumerate(lines, 1) if line["body"] is None and line["salt"] is None]
        self.destroyed = [seq for seq in gone if seq in on_record]
        return next((seq for seq in gone if seq not in on_record), None)

    def check_entries(self, lines):
        entries = [parse_entry(line["entry"]) for line in lines]
        previous = "0" * 64
        for index, (line, entry) in enumerate(zip(lines, entries)):
            after = entries[index + 1] if index + 1 < len(lines) else {"cprev": self.manifest["head"]}
            vouched = after["cprev"] if after else None
            code = "entry" if entry is None else self.entry_fault(line, entry, entries, index, previous, vouched)
            refuse(code, code, index + 1)
            previous = sha256_hex(line["entry"].encode())

    def entry_fault(self, line, entry, entries, index, previous, vouched):
        return (
            self.place_fault(entries, index)
            or self.column_fault(line, entry)
            or (None if entry["cprev"] == previous else "chain")
            or self.leaf_fault(line, vouched)
            or self.words_fault(line, entry)
            or self.attachment_fault(line)
        )

    def place_fault(self, entries, index):
        entry = entries[index]
        if entry["conv"] != self.conversation:
            return "stream"
        if entry["cseq"] <= index + 1:
            return None if entry["cseq"] == index + 1 else "doubled"
        later = (e for e in entries[index + 1 :] if e and e["conv"] == self.conversation)
        return "order" if any(e["cseq"] == index + 1 for e in later) else "missing"

    @staticmethod
    def column_fault(line, entry):
        if None in (line["seq"], line["kind"], line["actor"], line["at"]):
            return "missing"
        told = (("seq", "cseq", "order"), ("kind", "kind", "kind"), ("actor", "actor", "actor"))
        wrong = [code for column, name, code in told if line[column] != entry[name]]
        return wrong[0] if wrong else None if iso(line["at"]) == entry["ts"] else "time"

    def leaf_fault(self, line, vouched):
        leaf, data = line["leaf"], line["entry"].encode()
        text = None if leaf is None else self.bundle.text(f"proofs/{leaf}.tlog-proof")
        if text is None:
            return "proof_missing"
        proof = proof_of(text)
        formed = proof is not None and (proof[0], proof[2]) == (leaf, self.checkpoint.whole)
        root = root_by_inclusion(leaf, self.checkpoint.size, leaf_hash(data), proof[1]) if formed else None
        if root is None or root == self.checkpoint.root:
            return "proof_form" if root is None else None
        return "proof" if sha256_hex(data) == vouched else "entry"

    @staticmethod
    def words_fault(line, entry):
        body, salt = line["body"], line["salt"]
        if body is None or salt is None:
            return None if body is salt else "words"
        fits = HEX64.fullmatch(salt) and sha256_hex(bytes.fromhex(salt) + body.encode()) == entry["commit"]
        return None if fits else "words"

    def attachment_fault(self, line):
        attachments = json_object(line["body"]).get("attachments") if line["body"] is not None else None
        for one in attachments if isinstance(attachments, list) else []:
            name = one.get("id") if isinstance(one, dict) else None
            if isinstance(name, str) and HEX64.fullmatch(name):
                data = self.bundle.read(f"blobs/{name}")
                if data is None or sha256_hex(data) != name:
                    return "attachment_missing" if data is None else "attachment"
        return None

    def evidence_body(self, line, entry):
        """The event, wholly verified; None: it does not hold."""
        if self.column_fault(line, entry) or self.leaf_fault(line, None) or self.words_fault(line, entry):
            return None
        return None if line["body"] is None else json_object(line["body"])

    def export_record(self, house):
        for line, entry in house:
            if entry["kind"] != "ConversationExported" or claimed_id(line["body"]) != self.manifest["id"]:
                continue
            body = self.evidence_body(line, entry)
            refuse(body is None or body.get("conversation") != self.conversation, "record")
            heads = body.get("heads", False)
            refuse(count_of(body.get("entries")) is None or (heads is not None and count_of(heads) is None), "record")
            refuse(not isinstance(body.get("head"), str) or not is_hash_list(body.get("files")), "record")
            return body
        raise Fault("record_missing")

    @staticmethod
    def check_length(record, lines):
        refuse(len(lines) < record["entries"], "tail", len(lines) + 1)
        refuse(len(lines) > record["entries"], "surplus", record["entries"] + 1)
        refuse(not lines, "tail", 1)
        refuse(sha256_hex(lines[-1]["entry"].encode()) != record["head"], "head", len(lines))

    def check_heads(self, record, house, lines):
        if record["heads"] is None:
            return
        taken = [(li, e) for li, e in house if e["kind"] == "HeadsTaken" and li["leaf"] == record["heads"]]
        text = self.bundle.text("heads.json")
        refuse(not taken or text is None, "heads_missing")
        body = self.evidence_body(*taken[0])
        size = count_of(body.get("size")) if body else None
        refuse(size is None, "heads")
        if text == "null\n":
            refuse((lines[0]["leaf"] or 0) < size, "heads_missing")
            return
        self.check_head(json_object(text), body, lines)

    def check_head(self, proof, taken, lines):
        cseq, place, streams = (count_of(proof.get(name)) for name in ("cseq", "place", "streams"))
        path = proof.get("path")
        formed = isinstance(path, list) and all(isinstance(one, str) and HEX64.fullmatch(one) for one in path)
        refuse(not formed or None in (cseq, place, streams) or not isinstance(proof.get("hash"), str), "heads")
        refuse(proof.get("stream") != self.conversation or streams != taken.get("streams"), "heads")
        head = json.dumps([self.conversation, cseq, proof["hash"]], ensure_ascii=False, separators=(",", ":"))
        hashes = [bytes.fromhex(one) for one in path]
        root = root_by_inclusion(place, streams, leaf_hash(head.encode("utf-8", "replace")), hashes)
        refuse(root is None or root.hex() != taken.get("root"), "heads")
        refuse(cseq > len(lines), "tail", len(lines) + 1)
        refuse(cseq == 0 or sha256_hex(lines[cseq - 1]["entry"].encode()) != proof["hash"], "heads", cseq)

    def check_files(self, recorded):
        listed = {**self.manifest["files"], **recorded}
        for name in sorted(listed):
            data = self.bundle.read(name)
            refuse(data is None, "file_missing")
            refuse(sha256_hex(data) != listed[name], "file")
        proved = re.compile(r"(entries|evidence)\.jsonl$|heads\.json$|(proofs|blobs|consistency|checkpoints|leaves)/")
        for name in set(self.bundle.infos) - {"manifest.json"}:
            refuse(name not in listed or not (proved.match(name) or name in recorded), "file")

    # --- the whole ledger -----------------------------------------------------------------------

    def whole_ledger(self):
        found, lasts, waiting, leaf = None, {}, [], 0
        for line in self.leaf_lines():
            gone = line.startswith("gone ")
            found = found or (("missing", leaf) if gone else self.leaf_step(line, leaf, lasts))
            height, node = 0, bytes.fromhex(line[5:]) if gone else leaf_hash(line.encode())
            while waiting and waiting[-1][0] == height:
                node = node_hash(waiting.pop()[1], node)
                height += 1
            waiting.append((height, node))
            leaf += 1
        self.entries = leaf
        root = waiting.pop()[1] if waiting else sha256(b"")
        while waiting:
            root = node_hash(waiting.pop()[1], root)
        if found:
            raise Fault(*found)
        refuse(leaf < self.checkpoint.size, "tail", leaf)
        refuse(leaf > self.checkpoint.size, "surplus", self.checkpoint.size)
        refuse(root != self.checkpoint.root, "root")
        self.check_files({})

    def leaf_lines(self):
        for n in range(-(-self.checkpoint.size // LEAVES_A_FILE)):
            text = self.bundle.text(f"leaves/{n:06d}.txt")
            if text is None:
                return
            refuse(not text.endswith("\n"))
            for line in text[:-1].split("\n"):
                refuse(line.startswith("gone ") and not HEX64.fullmatch(line[5:]))
                yield line

    @staticmethod
    def leaf_step(line, leaf, lasts):
        entry = parse_entry(line)
        if entry is None:
            return ("entry", leaf)
        cseq, previous = lasts.get(entry["conv"], (0, "0" * 64))
        lasts[entry["conv"]] = (entry["cseq"], sha256_hex(line.encode()))
        if entry["cseq"] != cseq + 1:
            return ("missing" if entry["cseq"] > cseq else "doubled", leaf)
        return None if entry["cprev"] == previous else ("chain", leaf)

def judge(path, keys, witnesses, known):
    verifier, code, seq = None, None, None
    try:
        verifier = Verifier(Bundle(path), keys, witnesses, known)
        verifier.run()
    except Fault as fault:
        code, seq = fault.code, fault.seq
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RecursionError, MemoryError):
        code = "unreadable"
    facts = {"conversation": None, "entries": 0, "size": None, "destroyed": []}
    if verifier is not None and code != "unreadable":
        facts = {name: getattr(verifier, name) for name in facts}
    return {"verdict": VERDICT_OF[code] if code else "valid", "fault": code, "seq": seq, **facts}

def main():
    parser = argparse.ArgumentParser(description="verify a bundle of Shuzhi's ledger, offline")
    parser.add_argument("bundle")
    parser.add_argument("--key", action="append", default=[], help="line of a key you trust")
    parser.add_argument("--witness", action="append", default=[], help="line of a witness that must have signed")
    parser.add_argument("--checkpoint", help="file with a checkpoint you have seen before")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        keys, witnesses = [Key(line, 1) for line in options.key], [Key(line, 4) for line in options.witness]
        known = Checkpoint(open(options.checkpoint, "rb").read().decode()) if options.checkpoint else None
    except (ValueError, OSError) as error:
        print(f"verify: {error}", file=sys.stderr)
        return 3
    found = judge(options.bundle, keys, witnesses, known)
    where = None if found["seq"] is None else f"first at entry {found['seq']}"
    gone = f"words destroyed on record: {found['destroyed']}" if found["destroyed"] else None
    parts = (found["verdict"], found["fault"], where, gone)
    print(json.dumps(found) if options.json else " · ".join(part for part in parts if part))
    return EXIT[found["verdict"]]

if __name__ == "__main__":
    sys.exit(main())
