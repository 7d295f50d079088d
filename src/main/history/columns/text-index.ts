/** Finds the number a text was given, without holding on to the text: a map of them takes ten times the room. */
export interface TextIndex {
  /** -1 where it has none. */
  find(text: string): number;
  /** @param number one that no text was given; one after the other from 0 takes least room. */
  add(text: string, number: number): void;
}

/** @param textOf gives the text of a number again. */
export function createTextIndex(textOf: (number: number) => string): TextIndex {
  // Nobody who chooses texts can know which of them collide.
  const seed = Math.floor(Math.random() * 2 ** 32);
  let hashes = new Uint32Array(1024);
  /** The number and one, or 0. */
  let numbers = new Uint32Array(1024);
  let count = 0;
  const put = (hash: number, entry: number) => {
    let at = hash & (numbers.length - 1);
    while (numbers[at] !== 0) at = (at + 1) & (numbers.length - 1);
    hashes[at] = hash;
    numbers[at] = entry;
  };
  const grow = () => {
    const before = { hashes, numbers };
    hashes = new Uint32Array(numbers.length * 2);
    numbers = new Uint32Array(numbers.length * 2);
    before.numbers.forEach((entry, at) => {
      if (entry !== 0) put(before.hashes[at] as number, entry);
    });
  };
  return {
    find(text) {
      const hash = hashOf(text, seed);
      for (let at = hash; ; at++) {
        const place = at & (numbers.length - 1);
        const entry = numbers[place] as number;
        if (entry === 0) return -1;
        if (hashes[place] === hash && textOf(entry - 1) === text) return entry - 1;
      }
    },
    add(text, number) {
      if (++count > numbers.length / 2) grow();
      put(hashOf(text, seed), number + 1);
    },
  };
}

/** FNV-1a over the UTF-16 units, stirred at the end so that the low bits depend on all of them. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
