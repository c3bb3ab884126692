package dev.fanion.spec;
import java.util.List;
final class OrdersTable { private OrdersTable() {} static String markdown(List<String> printed) { return String.join("\n", printed); } }
