package dev.fanion.schedules;

/** How many schedules to run at most: of the shipped classes, of right forms, of each broken form. */
enum Bound {
  FEW(20, 10, 3_000),
  QUICK(200, 50, 3_000),
  LONG(30_000, 3_000, 30_000);

  final int shipped;
  final int right;
  final int broken;

  Bound(int shipped, int right, int broken) {
    this.shipped = shipped;
    this.right = right;
    this.broken = broken;
  }
}
