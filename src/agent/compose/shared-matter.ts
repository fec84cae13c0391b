/** 同一件事: whether two questions speak of one thing, small words of asking aside. */

const ASKING =
  /能不能|可不可以|行不行|是不是|有没有|要不要|会不会|为什么|怎么样|怎么办|怎么|什么|多少|多久|哪里|在哪|可以|帮我|给我|我的|你们|我们|自己|一下|这个|那个|这只|那只|[的了吗呢吧啊我你他她能要想有是不和跟到会在去就都也还，,。？?！!、：「」\s]/g;

const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const run of text.replace(ASKING, ' ').split(' ')) {
    for (let at = 0; at + 2 <= run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
};

export function sharesMatter(one: string, other: string): boolean {
  const known = pairsOf(one);
  return [...pairsOf(other)].some((pair) => known.has(pair));
}
