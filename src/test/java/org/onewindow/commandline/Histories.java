package org.onewindow.commandline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes lines of JSON for {@code deadline replay}. */
final class Histories {

    /** 法定20, 承诺7. */
    static final String TWENTY_SEVEN = "\"statutoryDays\":20,\"promisedDays\":7";

    private Histories() {}

    /**
     * A line.
     *
     * @param rules fields of JSON
     * @param events each {@code type date}, with the procedure or the days of extension after it
     */
    static String history(String rules, String asOf, String... events) {
        var list = Stream.of(events).map(Histories::event).collect(Collectors.joining(","));
        return "{" + rules + ",\"events\":[" + list + "],\"asOf\":\"" + asOf + "\"}";
    }

    private static String event(String event) {
        var words = List.of(event.split(" "));
        var detail =
                switch (words.get(0)) {
                    case "specialProcedureStarted" -> ",\"procedure\":\"" + words.get(2) + "\"";
                    case "extended" -> ",\"days\":" + words.get(2);
                    default -> "";
                };
        return "{\"type\":\"" + words.get(0) + "\",\"on\":\"" + words.get(1) + "\"" + detail + "}";
    }
}
