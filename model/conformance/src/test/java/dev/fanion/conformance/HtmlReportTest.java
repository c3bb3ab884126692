package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The page for people: its form, its pictures, and that nothing an adapter says does harm in it. */
class HtmlReportTest {
  private static final ModelCache MODELS = new ModelCache();

  /** A feature alone: its experiments take little time. */
  private static final Set<String> EVENT = Set.of("event");

  /** What a page may weigh, in characters: pictures of 60 steps with their states, and a row for each other finding. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final int MOST_CHARACTERS_OF_A_ROW = 400;

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    MODELS.close();
  }

  private String page(Results results) throws Exception {
    return SamplePages.page(results, MODELS, folder.resolve("index.html"));
  }

  private static String text(Element element) {
    return element.getTextContent().replaceAll("\\s+", " ").strip();
  }

  /** The rows of the picture of the first finding, each with " | " between its cells. */
  private static List<String> rows(String page) throws Exception {
    Element table = PageCheck.all(PageCheck.parsed(page).getDocumentElement(), "table", "lanes").get(0);
    return PageCheck.all(table, "tr", "").stream().map(row -> PageCheck.all(row, "*", "").stream()
        .filter(cell -> cell.getTagName().matches("t[hd]")).map(HtmlReportTest::text).collect(Collectors.joining(" | ")))
        .toList();
  }

  @Test
  void aFindingIsDrawnWithALaneForEachTaskAndTheStatesOfTheSpec() throws Exception {
    String page = page(SamplePages.with(SamplePages.finding(Finding.Kind.BROKEN, SamplePages.lostWake(), "")));

    assertEquals(List.of(), PageCheck.problems(page));
    List<String> rows = rows(page);
    assertEquals("step | main | t1 | the spec’s state after it", rows.get(0));
    assertEquals("begin | → started |  | ready nobody; e1 clear", rows.get(1));
    assertEquals("1 | spawn t1 → ok | ready: started | ready t1; e1 clear", rows.get(2));
    assertEquals("2 | yield then ready: ok | → started | ready main; e1 clear", rows.get(3));
    assertEquals("3 | → ok | wait e1 then waits for e1 | ready nobody; e1 clear, inside its wait: t1", rows.get(4));
    assertTrue(rows.get(5).startsWith("4 | set e1 → ok | ready: woken | ready t1; e1 set"), rows.get(5));
    assertTrue(rows.get(6).startsWith("5 | yield ✗ wrong: → ok | allowed: → woken | No state of the spec explains this. "
        + "The spec allows: t1 woken. EVT-2: set() wakes every blocked waiter once, in order"), rows.get(6));
    assertEquals(7, rows.size());
  }

  @Test
  void allStatesThatExplainTheConversationAreShown() throws Exception {
    List<String> rows = rows(page(SamplePages.with(SamplePages.finding(Finding.Kind.HANG, SamplePages.limit(), ""))));

    assertEquals("step | main | t2 | interrupts | the spec’s state after it", rows.get(0));
    assertTrue(rows.get(4).contains("wait f1, at most 5 ms then waits for f1, with a limit"), rows.get(4));
    assertTrue(rows.get(5).contains("| will set f1 in 9 ms |") && rows.get(5).contains("an interrupt is to come"), rows.get(5));
    assertTrue(rows.get(6).contains("and one of ") && rows.get(6).contains("; or ready: timeout"), rows.get(6));
    assertTrue(rows.get(8).contains("✗ wrong: → no reply") && rows.get(8).contains("No reply came."), rows.get(8));
  }

  @Test
  void aConversationThatDidNotBeginHasItsMarkToo() throws Exception {
    String page = page(SamplePages.with(SamplePages.finding(Finding.Kind.BROKEN, List.of(), "")));

    assertEquals(List.of(), PageCheck.problems(page));
    assertTrue(rows(page).get(1).startsWith("begin | ✗ wrong: → not started | No state"), rows(page).get(1));
  }

  @Test
  void nothingThatAnAdapterSaysDoesHarm() throws Exception {
    String page = page(SamplePages.harm());

    assertEquals(List.of(), PageCheck.problems(page));
    String shown = "<script>document.title='it ran'</script><img src=x onerror=run()>\"' onload='x' ]]> --> &amp; "
        + "\\u0001\\u001b[31m\\u0085\\u202e\\u2028\\ud800 \\udc00\\uffff\\u0000</pre></style></title>";
    String all = PageCheck.parsed(page).getDocumentElement().getTextContent();
    assertEquals(14, all.split(java.util.regex.Pattern.quote(shown), -1).length - 1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      &lt;                     | <                           | not well-formed
      &lt;script&gt;document.title=&#39;it ran&#39;&lt;/script&gt; | <script>1</script> | element script
      &lt;img src=x onerror=run()&gt; | <p onerror="run()"/>  | attribute onerror
      href="#rules"            | href="https://example.org/" | link https://example.org/
      href="#rules"            | href="#nowhere"             | link #nowhere
      id="rules"               | id="run"                    | id run twice
      \\u001b                  | x\u001bx                    | not well-formed
      \\u202e                  | x\u202ex                    | character 202e
      default-src              | script-src                  | policy
      --back:                  | --front:                    | policy
      <caption id="phases-caption"><span>The parts of the run</span></caption> | ` `   | a table without a caption
      ` class="wrong"`         | ` class="step"`             | finding-1: no marked step
      ✗ wrong: →               | →                           | finding-1: no marked step
      scope="col">main         | scope="col">step            | finding-1: no lanes
      class="state"            | class="other"               | finding-1: a row of other cells, or without a state
      class="lanes"            | class="list"                | finding-1: no picture
      """)
  void aPageWithAMistakeIsFound(String right, String wrong, String problem) throws Exception {
    String page = page(SamplePages.harm());
    String broken = page.replace(right, wrong);

    assertFalse(page.equals(broken), right + " is not in the page");
    List<String> problems = PageCheck.problems(broken);
    assertTrue(problems.stream().anyMatch(found -> found.startsWith(problem)), problems.toString());
  }

  @Test
  void aThousandFindingsMakeNoHeavyPage() throws Exception {
    String page = page(SamplePages.many(1_000, 300));

    assertEquals(List.of(), PageCheck.problems(page));
    Element root = PageCheck.parsed(page).getDocumentElement();
    assertEquals(HtmlFindings.MOST_PICTURES, PageCheck.all(root, "section", "finding").size());
    assertEquals(HtmlPicture.MOST_STEPS + 2, rows(page).size());
    assertEquals(1, PageCheck.all(root, "details", "").stream().filter(each -> each.hasAttribute("open")).count());
    assertTrue(page.contains("id=\"finding-1000\""));
    assertTrue(page.length() < MOST_CHARACTERS, page.length() + " characters");
    int list = page.indexOf("id=\"rules\"") - page.indexOf("id=\"more\"");
    assertTrue(list < (1_000 - HtmlFindings.MOST_PICTURES) * MOST_CHARACTERS_OF_A_ROW, list + " characters");
  }

  @Test
  void aRunWritesItsPageAndNamesIt() throws Exception {
    StringWriter said = new StringWriter();
    Path file = folder.resolve("index.html");
    Files.writeString(file, "of an earlier run");
    SuiteRun.clear(folder);
    assertFalse(Files.exists(file));
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, true);
    try (Adapter adapter = SamplePages.adapter(Bug.FORGETS_STATE, Sides.ASYNCIO, EVENT)) {
      assertEquals(1, new SuiteRun(plan, folder, new PrintWriter(said)).against(adapter));
    }
    String page = Files.readString(file);

    assertTrue(said.toString().contains("reports: " + file + ", "), said.toString());
    assertEquals(List.of(), PageCheck.problems(page));
    Element root = PageCheck.parsed(page).getDocumentElement();
    String verdict = text(PageCheck.all(root, "p", "verdict").get(0));
    assertTrue(verdict.contains("DOES NOT CONFORM to the profile asyncio: ") && verdict.contains("sides"), verdict);
    assertTrue(page.contains("./fanion replay " + folder.resolve("results.json") + "#1 --adapter CMD"));
    assertFalse(page.contains("not known: under"), "a conversation is not followed to its end");
  }

  @Test
  void aChoiceIsDrawnByTheProfileThatDoesNotAllowIt() throws Exception {
    Results results = SamplePages.choices(Sides.parse("GROUP"), EVENT, MODELS);
    String page = page(results);

    assertEquals(List.of(), PageCheck.problems(page));
    assertFalse(results.findings().isEmpty());
    for (Finding finding : results.findings()) {
      assertEquals(finding.exchanges().size(), Retrace.of(finding, results, MODELS).states().size());
    }
    assertTrue(page.contains("accepted by <code>--profile asyncio,"), "no option");
    assertTrue(page.contains("Under asyncio no state of the spec explains this."), "no profile");
    assertTrue(page.contains(">≠ other side: → "), "no mark");
  }

  @Test
  void aPageHasNoLinkOutAndNoOpenEnd() {
    Html html = new Html();
    assertThrows(IllegalArgumentException.class, () -> html.put("a", "x", "href", "javascript:alert(1)"));
    assertThrows(IllegalArgumentException.class, () -> html.style("p { } </style>"));
    html.open("p");
    assertThrows(IllegalStateException.class, html::page);
  }
}
