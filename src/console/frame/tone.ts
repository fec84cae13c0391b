const HZ = 660;
const SECONDS = 0.25;
const LOUD = 0.08;

/** Two soft notes. Silent until the reader has touched the page: browsers ask for that. */
export function playTone(): void {
  const audio = new AudioContext();
  [HZ, HZ * 1.25].forEach((hz, at) => {
    const note = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + at * SECONDS;
    note.frequency.value = hz;
    volume.gain.setValueAtTime(LOUD, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + SECONDS);
    note.connect(volume).connect(audio.destination);
    note.start(from);
    note.stop(from + SECONDS);
  });
  setTimeout(() => void audio.close(), 2 * SECONDS * 1_000 + 200);
}
