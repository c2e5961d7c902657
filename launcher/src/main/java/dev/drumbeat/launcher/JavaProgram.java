package dev.drumbeat.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of one of our own programs. */
record JavaProgram(String name, List<Path> classPath, String mainClass) {
    /** Stands in the command line of each process of a house, followed by its name. */
    static final String MARK = "-Ddrumbeat.process=";

    /** The same program as another process, such as a second replica. */
    JavaProgram named(String process) {
        return new JavaProgram(process, classPath, mainClass);
    }

    List<String> command(List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(MARK + name);
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
