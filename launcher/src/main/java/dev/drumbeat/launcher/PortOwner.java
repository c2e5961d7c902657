package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port of this machine. */
final class PortOwner {
    private static final int CONNECT_MILLIS = 300;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Whether a server could bind the port. */
    static boolean isFree(int port) {
        if (answers(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something accepts connections there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens, in words, where the system tells. */
    static String describe(int port) {
        return find(port)
                .map(process -> "by process " + process.pid() + " (" + commandOf(process) + ")")
                .orElse("by another program");
    }

    /** The process that listens; empty where the system doesn't tell, for example because it is another user's. */
    static Optional<ProcessHandle> find(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> socketsListening(Path.of(table), port))
                .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, sockets))
                .findFirst();
    }

    private static Stream<String> socketsListening(Path table, int port) {
        String wanted = ":" + String.format(Locale.ROOT, "%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(wanted) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]");
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static String commandOf(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        Optional<String> house = arguments.stream()
                .filter(argument -> argument.startsWith(JavaProgram.MARK))
                .map(argument -> argument.substring(JavaProgram.MARK.length()))
                .findFirst();
        return house.map(name -> "Drumbeat's " + name)
                .or(() -> process.info().command())
                .orElse("unknown command");
    }
}
