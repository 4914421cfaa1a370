package io.aftercare.launcher.simulate;

/** Chance that is the same for ever for the same seed and index, as bits, a share or a ref. */
final class StableHash {
  private StableHash() {}

  /** Finalizer of MurmurHash3, variant 13 (Stafford): a bijection whose bits all depend on all. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  static long mix(long seed, long index) {
    return mix(mix(seed) + index * 0x9e3779b97f4a7c15L);
  }

  /** Uniform in [0, 1), the same for ever for the same arguments. */
  static double unit(long seed, long index) {
    return (mix(seed, index) >>> 11) * 0x1.0p-53;
  }

  /** A ref that looks like a keyed hash and stands for nobody: the kind's letter, 12 hex digits. */
  static String ref(char kind, long hash) {
    char[] text = new char[13];
    text[0] = kind;
    for (int i = 1; i < text.length; i++) {
      text[i] = Character.forDigit((int) (hash >>> (64 - 4 * i)) & 0xf, 16);
    }
    return new String(text);
  }
}
