package dev.fanion.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The links between pages, and from pages to files. */
final class PageLinks {
  private final Clone clone;

  PageLinks(Clone clone) {
    this.clone = clone;
  }

  List<Problem> problems(Page page) {
    List<Problem> problems = new ArrayList<>();
    for (Snippet link : page.links()) {
      if (!link.text().matches("[a-z]+:.*")) {
        check(page, link, problems);
      }
    }
    return problems;
  }

  /** The pages that can be reached by links, the first included. */
  Set<String> reachable(String first) {
    Set<String> reached = new LinkedHashSet<>(Set.of(first));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String file = next.remove();
      for (Snippet link : new Page(clone.whole(file)).links()) {
        String target = target(file, link.text());
        if (target.endsWith(".md") && clone.has(target) && reached.add(target)) {
          next.add(target);
        }
      }
    }
    return reached;
  }

  private void check(Page page, Snippet link, List<Problem> problems) {
    String target = target(page.file(), link.text());
    String anchor = link.text().contains("#") ? link.text().replaceFirst("[^#]*#", "") : "";
    if (!clone.has(target)) {
      problems.add(link.problem("a link to " + link.text() + ", but there is no " + target));
    } else if (!anchor.isEmpty() && target.endsWith(".md") && !new Page(clone.whole(target)).anchors().contains(anchor)) {
      problems.add(link.problem("a link to " + link.text() + ", but no heading of " + target + " has that anchor"));
    }
  }

  private static String target(String file, String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? file : Paths.resolve(file, path);
  }
}
