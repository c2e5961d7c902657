package dev.drumbeat.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command line of a house: {@code run}, {@code stop}, {@code status}, {@code demo}, {@code sign-ins}. */
public final class Main {
    private static final Duration START = Duration.ofSeconds(90);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            System.exit(run(
                    arguments.length == 0 ? "help" : arguments[0],
                    List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)));
        } catch (HouseException e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(String command, List<String> rest) {
        House house = House.of(HouseOptions.fromEnvironment(Path.of(""), System.getenv()));
        return switch (command) {
            case "run" -> new Commands(house, System.out).run(START);
            case "stop" -> new Commands(house, System.out).stop();
            case "status" -> new Commands(house, System.out).status();
            case "running" -> new Commands(house, System.out).running();
            case "demo" -> new Commands(house, System.out).demo();
            case "tool" -> house.runTool(rest.get(0), rest.get(1), rest.get(2), rest.subList(3, rest.size()));
            default -> {
                System.err.println(
                        "usage: run | stop | status | running | demo | tool <name> <module> <main class> <arguments>");
                yield 2;
            }
        };
    }
}
