package dev.drumbeat.launcher;

import java.util.ArrayList;
import java.util.List;

/** Command lines of processes that outlive whoever starts them. */
final class Detached {
    private Detached() {}

    /** In a session of its own, so that neither the end of a terminal nor Ctrl-C in it reaches the process. */
    static List<String> command(List<String> command) {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        List<String> detached = new ArrayList<>();
        StoreChoice.onPath("setsid", searchPath)
                .or(() -> StoreChoice.onPath("nohup", searchPath))
                .ifPresent(program -> detached.add(program.toString()));
        detached.addAll(command);
        return detached;
    }

    /** The same, giving way to everything else on the machine. */
    static List<String> politely(List<String> command) {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        List<String> polite = new ArrayList<>();
        StoreChoice.onPath("nice", searchPath)
                .ifPresent(program -> polite.addAll(List.of(program.toString(), "-n", "19")));
        polite.addAll(command);
        return command(polite);
    }
}
