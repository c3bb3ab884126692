package dev.fanion.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From {@code docs/index.md} one comes to every page by links. */
class LinksTest {
  private static Set<String> outOfReach(Clone clone) {
    Set<String> pages = new TreeSet<>(clone.files("md"));
    pages.removeAll(new PageLinks(clone).reachable("docs/index.md"));
    return pages;
  }

  @Test
  void everyPageCanBeReachedFromTheIndex() {
    assertEquals(Set.of(), outOfReach(Clone.here()));
  }

  @Test
  void aPageThatNothingLinksToIsFound() {
    Clone clone = Clone.of(Map.of("docs/index.md", "[one](one.md#top) `[two](two.md)`", "docs/one.md", "[read](../README.md)",
        "docs/two.md", "# Two", "README.md", "```\n[three](docs/three.md)\n```", "docs/three.md", "[one](one.md)"));
    assertEquals(Set.of("docs/three.md", "docs/two.md"), outOfReach(clone));
  }

  @Test
  void linksAreResolvedFromTheFolderOfTheirPage() {
    Clone clone = Clone.of(Map.of("docs/a/b.md", "[c](../c.md), [d](d.md), [e](./e.md), [f](../../f.md), [here](#b)\n# B\n"
        + "## One *and* `two`, [three](../c.md)\n## B\n[x](#one-and-two-three) [y](#b-1) [web](https://x.example/y)",
        "docs/c.md", "", "docs/a/d.md", "", "docs/a/e.md", "", "f.md", ""));
    assertEquals(List.of(), new PageLinks(clone).problems(new Page(clone.whole("docs/a/b.md"))));
    assertEquals(Set.of("docs/a/b.md", "docs/c.md", "docs/a/d.md", "docs/a/e.md", "f.md"),
        new PageLinks(clone).reachable("docs/a/b.md"));
  }
}
