package dev.fanion.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is wrong with a page of the suite: with its form, with what it may hold, and with the pictures of its findings. */
final class PageCheck {
  private static final Set<String> ELEMENTS = Set.of("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3",
      "p", "span", "b", "i", "strong", "code", "pre", "a", "nav", "ul", "ol", "li", "dl", "dt", "dd", "main", "section", "div",
      "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "footer");
  private static final Set<String> ATTRIBUTES = Set.of("lang", "xmlns", "charset", "http-equiv", "content", "name", "class", "id",
      "href", "scope", "role", "tabindex", "open", "aria-label", "aria-labelledby", "aria-hidden");

  private final String page;
  private final List<String> problems = new ArrayList<>();

  private PageCheck(String page) {
    this.page = page;
  }

  static List<String> problems(String page) {
    PageCheck check = new PageCheck(page);
    try {
      check.whole(parsed(page));
    } catch (SAXException e) {
      check.problems.add("not well-formed: " + e.getMessage());
    } catch (ReflectiveOperationException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return check.problems;
  }

  /** The page as XML. */
  static Document parsed(String page) throws SAXException, IOException, ReflectiveOperationException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(page)));
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new ReflectiveOperationException(e);
    }
  }

  /** The elements with this name and, if it is not "", this class. */
  static List<Element> all(Element in, String name, String ofClass) {
    NodeList nodes = in.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i))
        .filter(node -> ofClass.isEmpty() || Set.of(node.getAttribute("class").split(" ")).contains(ofClass)).toList();
  }

  private static List<Element> all(Element in, String name) {
    return all(in, name, "");
  }

  private void whole(Document document) throws GeneralSecurityException {
    Element root = document.getDocumentElement();
    Set<String> ids = new HashSet<>();
    for (Element element : all(root, "*")) {
      if (!ELEMENTS.contains(element.getTagName())) {
        problems.add("element " + element.getTagName());
      }
      String id = element.getAttribute("id");
      if (!id.isEmpty() && !ids.add(id)) {
        problems.add("id " + id + " twice");
      }
      attributes(element);
    }
    all(root, "*").forEach(element -> links(element, ids));
    characters();
    policy(root);
    for (Element table : all(root, "table")) {
      if (all(table, "caption").size() != 1 || all(all(table, "tbody").get(0), "tr").stream().anyMatch(row -> !hasHead(row))) {
        problems.add("a table without a caption or the heads of its rows");
      }
    }
    all(root, "section", "finding").forEach(this::finding);
  }

  private static boolean hasHead(Element row) {
    return all(row, "th").stream().anyMatch(head -> head.getAttribute("scope").equals("row"));
  }

  private void attributes(Element element) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      if (!ATTRIBUTES.contains(name)) {
        problems.add("attribute " + name);
      }
    }
  }

  private void links(Element element, Set<String> ids) {
    Stream.of("href", "aria-labelledby").map(element::getAttribute).filter(to -> !to.isEmpty())
        .filter(to -> !ids.contains(to.startsWith("#") ? to.substring(1) : element.hasAttribute("href") ? "" : to))
        .forEach(to -> problems.add("link " + to));
  }

  private void characters() {
    page.codePoints().filter(c -> c != '\n' && (Character.isISOControl(c) || (c & 0xfffe) == 0xfffe
        || Character.getType(c) == Character.SURROGATE || Character.getType(c) == Character.FORMAT)).distinct()
        .forEach(c -> problems.add(String.format("character %04x", c)));
  }

  private void policy(Element root) throws GeneralSecurityException {
    String css = all(root, "style").get(0).getTextContent();
    String hash = Base64.getEncoder().encodeToString(
        MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
    String policy = all(root, "meta").stream().filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .map(meta -> meta.getAttribute("content")).findFirst().orElse("");
    if (!policy.startsWith("default-src 'none'; style-src 'sha256-" + hash + "';") || policy.contains("script-src")
        || !css.contains("prefers-color-scheme: dark") || css.contains("url(") || css.contains("@import")) {
      problems.add("policy " + policy);
    }
  }

  /** A finding has a lane for each task, one marked step, the last, and a state beside each other one. */
  private void finding(Element finding) {
    String id = finding.getAttribute("id");
    List<Element> tables = all(finding, "table", "lanes");
    if (tables.size() != 1 || all(finding, "summary").size() != 1) {
      problems.add(id + ": no picture");
      return;
    }
    List<Element> heads = all(all(tables.get(0), "thead").get(0), "th");
    List<Element> rows = all(all(tables.get(0), "tbody").get(0), "tr");
    Element last = rows.get(rows.size() - 1);
    if (heads.size() < 3 || !heads.get(1).getTextContent().equals("main")) {
      problems.add(id + ": no lanes");
    }
    if (rows.stream().filter(row -> row.getAttribute("class").equals("wrong")).count() != 1
        || !last.getAttribute("class").equals("wrong") || all(last, "strong").stream().noneMatch(mark ->
            mark.getTextContent().matches("(✗ wrong|≠ other side): .*"))) {
      problems.add(id + ": no marked step");
    }
    for (Element row : rows) {
      if (all(row, "td").size() + 1 != heads.size() || all(row, "td", "state").stream().noneMatch(state ->
          !state.getTextContent().isBlank())) {
        problems.add(id + ": a row of other cells, or without a state");
      }
    }
  }
}
