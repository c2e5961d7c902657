package dev.drumbeat.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command line of a house: {@code run}, {@code stop}, {@code status}, {@code demo}, {@code learn}, {@code backup}, {@code restore}. */
public final class Main {
    private static final Duration START = Duration.ofSeconds(90);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            List<String> words = arguments.length == 0 ? List.of("help") : List.of(arguments);
            System.exit(run(words.getFirst(), words.subList(1, words.size())));
        } catch (HouseException e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(String command, List<String> rest) {
        House house = House.of(HouseOptions.fromEnvironment(Path.of(""), System.getenv()));
        Commands commands = new Commands(house, System.out);
        return switch (command) {
            case "run" -> commands.run(START);
            case "stop" -> commands.stop();
            case "status" -> commands.status();
            case "running" -> commands.running();
            case "demo" -> commands.demo();
            case "learn" -> {
                new Learning(house.options().root()).learn();
                yield 0;
            }
            case "backup" -> commands.backup(rest.getFirst());
            case "restore" -> commands.restore(rest.getFirst(), rest.subList(1, rest.size()));
            default -> {
                System.err.println(
                        "usage: run | stop | status | running | demo | learn | backup <file> | restore <file> [--replace]");
                yield 2;
            }
        };
    }
}
