package dev.drumbeat.demo.load;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The same wish always has the same id, so that a load that is repeated or goes on never doubles anything. */
public final class RequestIds {
    private RequestIds() {}

    public static String of(String... words) {
        String wish = "drumbeat demo/" + String.join("/", words);
        return UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
