package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Harmless;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes HTML that is well-formed XML too. All text and every value of an attribute goes through {@link #escaped}, the only place
 * that escapes: what an adapter said can neither begin an element nor end an attribute.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Html {
  /** Elements behind which a new line begins: white space does not change what they look like. */
  private static final Set<String> BLOCKS = Set.of("html", "head", "body", "header", "main", "footer", "nav", "section",
      "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "details", "summary", "table", "caption", "thead",
      "tbody", "tr", "th", "td", "title", "style");

  /** Longer texts as they are may not fit their frame. */
  private static final int MOST_UNSCROLLED = 300;

  private final StringBuilder text = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values, in turn
   */
  Html open(String element, String... attributes) {
    begin(element, attributes);
    text.append('>');
    open.push(element);
    return this;
  }

  /** An element without content, such as {@code meta}. */
  void alone(String element, String... attributes) {
    begin(element, attributes);
    text.append("/>\n");
  }

  private void begin(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals("href") && !attributes[i + 1].startsWith("#")) {
        throw new IllegalArgumentException("a link out of the page: " + attributes[i + 1]);
      }
      text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
    }
  }

  /** Ends the element that was begun last. */
  Html close() {
    String element = open.pop();
    text.append("</").append(element).append('>');
    if (BLOCKS.contains(element)) {
      text.append('\n');
    }
    return this;
  }

  /** Text within the element that was begun last. */
  Html say(String words) {
    text.append(escaped(words));
    return this;
  }

  /** An element with nothing but text in it. */
  Html put(String element, String words, String... attributes) {
    return open(element, attributes).say(words).close();
  }

  /** Lines as they are, such as what a process printed. */
  void lines(String lines) {
    if (lines.length() > MOST_UNSCROLLED) {
      open("pre", "tabindex", "0"); // may have to be scrolled, by keys too
    } else {
      open("pre");
    }
    text.append(lines.lines().map(Html::escaped).collect(Collectors.joining("\n")));
    close();
  }

  /** The style sheet of the page, which is the suite's own. A browser reads no escapes in it. */
  void style(String css) {
    if (css.matches("(?s).*[<>&].*")) {
      throw new IllegalArgumentException("a style sheet in a page must do without <, > and &");
    }
    open("style");
    text.append(css);
    close();
  }

  /** One line of text as HTML and XML can hold it, with an escape that one can see for each character that could do harm. */
  private static String escaped(String words) {
    return Harmless.line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The page, all of whose elements have been ended. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return text.toString();
  }
}
