package dev.drumbeat.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person asks of a house on the command line, and what they are told. Each answers the exit status. */
record Commands(House house, PrintStream out) {
    private static final String STORE_TOOL = "dev.drumbeat.store.StoreTool";
    private static final Duration STORE_START = Duration.ofSeconds(30);
    private static final String DEMO_MODULE = "demo";
    private static final String DEMO_MAIN = "dev.drumbeat.demo.DemoLoader";

    int run(Duration patience) {
        long begin = System.nanoTime();
        house.prepareTime(wantsDemo());
        boolean anyRan = house.inspect().stream().anyMatch(ProcessState::running);
        List<String> started = house.start();
        if (started.isEmpty()) {
            out.println("Drumbeat is already running at " + house.address());
        } else if (anyRan) {
            out.println("Drumbeat is already running at " + house.address() + "; starting what had ended: "
                    + String.join(", ", started));
        }
        house.awaitReady(patience);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!started.isEmpty()) {
            out.printf(Locale.ROOT, "Started %s in %.1f s.%n", String.join(", ", started), seconds);
        }
        int demo = wantsDemo() ? demo() : 0;
        house.learnBehind();
        out.println();
        out.println("  Drumbeat   " + house.address());
        out.println("  facts      " + house.storeInWords());
        out.println("  set-up     administrator's sign-in: " + house.administratorFile());
        out.println("  logs       " + house.logs());
        out.println("  stop       make stop");
        return demo;
    }

    /** Loads the demo, when it is not loaded, and prints its sign-ins. */
    int demo() {
        return house.runTool("demo", DEMO_MODULE, DEMO_MAIN, List.of());
    }

    private boolean wantsDemo() {
        return house.isBuilt(DEMO_MODULE)
                && !"no".equals(house.options().environment().get("DRUMBEAT_DEMO"));
    }

    /** Copies every fact to a file; the house may run. */
    int backup(String file) {
        return withStore(List.of("backup", file));
    }

    /** Brings facts back from a file into an empty store, or instead of what is there. */
    int restore(String file, List<String> options) {
        List<String> users = house.inspect().stream()
                .filter(ProcessState::running)
                .map(ProcessState::name)
                .filter(name -> !name.equals(ProcessTable.STORE.name()))
                .toList();
        if (!users.isEmpty()) {
            throw new HouseException("Drumbeat is running (" + String.join(", ", users) + "): make stop first.");
        }
        List<String> arguments = new ArrayList<>(List.of("restore", file));
        arguments.addAll(options);
        return withStore(arguments);
    }

    /** With the store alone when nothing runs, and as it was afterwards. */
    private int withStore(List<String> arguments) {
        boolean wasRunning = house.isStoreRunning();
        if (!wasRunning) {
            house.startStore(STORE_START);
        }
        try {
            return house.runTool("store-tool", ProcessTable.STORE.module(), STORE_TOOL, arguments);
        } finally {
            if (!wasRunning) {
                house.stopStore();
            }
        }
    }

    int stop() {
        if (house.inspect().stream().noneMatch(ProcessState::running)) {
            out.println("Drumbeat is not running.");
            return 0;
        }
        List<String> hard = house.stop();
        out.println("Drumbeat is stopped."
                + (hard.isEmpty() ? "" : " Ended hard, for they did not end in time: " + String.join(", ", hard)));
        return 0;
    }

    int status() {
        List<ProcessState> states = house.inspect();
        for (ProcessState state : states) {
            String word = !state.running() ? "not running" : state.ready() ? "ready" : "running, not ready";
            String id = state.processId().isPresent()
                    ? "process " + state.processId().getAsLong()
                    : "";
            out.printf(Locale.ROOT, "%-12s %6d  %-20s %s%n", state.name(), state.port(), word, id);
        }
        boolean all = states.stream().allMatch(ProcessState::ready);
        out.println(all ? "Drumbeat is running at " + house.address() : "Logs: " + house.logs());
        return all ? 0 : 3;
    }

    /** Says nothing; 0 when any process of the house runs. */
    int running() {
        return house.inspect().stream().anyMatch(ProcessState::running) ? 0 : 3;
    }
}
