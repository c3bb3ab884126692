package dev.fanion.conformance;

/** The clock of a planted runtime. */
interface PlantedTime {
  long nanoTime();

  /** Lets time pass. */
  void pass(long nanos);

  /** The system's time. */
  static PlantedTime real() {
    return new PlantedTime() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void pass(long nanos) {
        try {
          Thread.sleep(Math.max(0, nanos) / 1_000_000, (int) (Math.max(0, nanos) % 1_000_000));
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** Time that passes at once; a nanosecond passes with each look at the clock. */
  static PlantedTime virtual() {
    return new PlantedTime() {
      private long now;

      @Override
      public long nanoTime() {
        return now++;
      }

      @Override
      public void pass(long nanos) {
        now += Math.max(0, nanos);
      }
    };
  }
}
