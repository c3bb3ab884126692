package dev.fanion.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a POSIX shell does, by blanks, quotes and backslashes, and expands nothing. */
final class CommandWords {
  private static final char NONE = 0;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote = NONE;

  private CommandWords() {}

  static List<String> split(String line) {
    CommandWords words = new CommandWords();
    for (int i = 0; i < line.length(); i++) {
      if (i + 1 < line.length() && words.escapes(line.charAt(i), line.charAt(i + 1))) {
        words.add(line.charAt(++i));
      } else {
        words.read(line.charAt(i));
      }
    }
    if (words.quote != NONE) {
      throw new IllegalArgumentException("the quote " + words.quote + " is not closed in: " + line);
    }
    words.endWord();
    return words.words;
  }

  private boolean escapes(char first, char next) {
    boolean escapable = quote == NONE || next == '"' || next == '\\' || next == '$' || next == '`';
    return first == '\\' && quote != '\'' && escapable;
  }

  private void read(char c) {
    if (quote != NONE && c == quote) {
      quote = NONE;
    } else if (quote == NONE && (c == '\'' || c == '"')) {
      quote = c;
      inWord = true; // a word may be empty between quotes
    } else if (quote != NONE || !Character.isWhitespace(c)) {
      add(c);
    } else {
      endWord();
    }
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
