package dev.fanion.schedules;

import java.util.function.Function;
import org.pastalab.fray.core.randomness.Randomness;
import org.pastalab.fray.core.scheduler.PCTScheduler;
import org.pastalab.fray.core.scheduler.POSScheduler;
import org.pastalab.fray.core.scheduler.RandomScheduler;
import org.pastalab.fray.core.scheduler.Scheduler;

/** How schedules are drawn. */
enum Search {
  /** Each step by a thread drawn anew. */
  RANDOM(RandomScheduler::new),

  /** By priorities of single steps: partial order sampling. */
  POS(POSScheduler::new),

  /** By priorities of threads, with three changes at random places. */
  PCT(random -> new PCTScheduler(random, 3, 0));

  private final Function<Randomness, Scheduler> make;

  Search(Function<Randomness, Scheduler> make) {
    this.make = make;
  }

  Scheduler scheduler(Randomness random) {
    return make.apply(random);
  }
}
