package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailTest {
  private static void add(Tail tail, String text) {
    byte[] chunk = text.getBytes(StandardCharsets.UTF_8);
    tail.add(chunk, chunk.length);
  }

  @Test
  void itKeepsWhatCameLast() {
    Tail tail = new Tail(5);
    assertEquals("", tail.text());
    add(tail, "abc");
    assertEquals("abc", tail.text());
    add(tail, "defg");
    assertEquals("cdefg", tail.text());
    add(tail, "a long chunk");
    assertEquals("chunk", tail.text());
    add(tail, "y");
    assertEquals("hunky", tail.text());
  }

  @Test
  void anyNumberOfChunksLeavesTheEnd() {
    Tail tail = new Tail(1_000);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      add(tail, i + " ");
      all.append(i).append(' ');
    }
    assertEquals(all.substring(all.length() - 1_000), tail.text());
  }
}
