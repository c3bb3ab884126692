package dev.fanion.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Ways in which the process of an adapter can break the protocol itself, in its fifth scenario or at its start. */
public enum Misbehaviour {
  NONE,
  /** Prints a line that is not JSON. */
  GARBAGE,
  /** Ends, with a word on standard error. */
  DIES,
  /** Ends, with a word on standard error, when an operation has ended; the conversation is under way. */
  DIES_MIDWAY,
  /** Ends, with a word on standard error, whenever a task was cancelled, also if the conversation is repeated. */
  DIES_ON_CANCEL,
  /** Never prints anything again. */
  HANGS,
  /** Prints for ever, without a line end. */
  FLOODS,
  /** Answers for a task that the scenario did not name. */
  UNKNOWN_TASK,
  /** Answers with a line of more than 65,536 bytes. */
  TOO_LONG,
  /** Says hello in another version of the protocol. */
  WRONG_VERSION,
  /** Never says hello. */
  SILENT,
  /** Answers with an adapter error. */
  ERROR,
  /** Answers with bytes that are not UTF-8. */
  BAD_UTF8,
  /** Behaves, but leaves a child of its own behind, which holds the standard output open. */
  GRANDCHILD,
  /** Ends with another status than 0 when it is asked to quit. */
  QUITS_BADLY,
  /** Does not end when it is asked to quit. */
  STAYS;

  /** The scenario with whose first reply the misbehaviour begins, counted from 1. */
  private static final int SCENARIO = 5;

  void quit() {
    if (this == STAYS) {
      sleepForEver();
    } else if (this == QUITS_BADLY) {
      System.exit(5);
    }
  }

  String hello(String proper) throws IOException {
    switch (this) {
      case SILENT -> sleepForEver();
      case GRANDCHILD -> new ProcessBuilder(
          "sh", "-c", "sleep 600; exit", System.getProperty("fanion.marker", "grandchild")).inheritIO().start();
      default -> { }
    }
    return this == WRONG_VERSION ? proper.replace("\"fanion\":1", "\"fanion\":2") : proper;
  }

  byte[] reply(String proper, int scenario) {
    boolean dies = this == DIES_ON_CANCEL && proper.contains("cancelled")
        || this == DIES_MIDWAY && scenario >= SCENARIO && proper.contains("\"ok\"");
    return dies ? die() : scenario < SCENARIO ? line(proper) : reply(proper);
  }

  private byte[] reply(String proper) {
    return switch (this) {
      case GARBAGE -> line("Segmentation fault?");
      case DIES -> die();
      case HANGS -> sleepForEver();
      case FLOODS -> flood();
      case UNKNOWN_TASK -> line("{\"task\":\"nobody\",\"result\":\"ok\"}");
      case TOO_LONG -> line("{\"task\":\"main\",\"result\":\"started\",\"more\":\"" + "x".repeat(65_536) + "\"}");
      case ERROR -> line("{\"error\":\"planted error\"}");
      case BAD_UTF8 -> new byte[] {'{', '"', 'r', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}', '\n'};
      default -> line(proper);
    };
  }

  static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] die() {
    System.err.println("planted: this adapter dies now");
    System.exit(3);
    throw new AssertionError("exit returned");
  }

  private static byte[] flood() {
    while (true) {
      System.out.print("flood ");
    }
  }

  static byte[] sleepForEver() {
    while (true) {
      PlantedTime.real().pass(Long.MAX_VALUE);
    }
  }
}
