package dev.drumbeat.launcher;

import java.util.List;

/**
 * One process of the house: its name, the module whose {@code target} holds its jar and libraries, its main class, the port
 * it listens on by default, where it answers its operator (0 for nowhere), and what kind of program it is.
 */
record ProcessSpec(String name, String module, String mainClass, int defaultPort, int operatorPort, Kind kind) {
    /** How a program is told its port, how its JVM is sized, and how one sees that it answers. */
    enum Kind {
        /** Holds pages of data in memory; a person on 2,000 partnerships is an answer of some 20 MB while it is made. */
        STORE("STORE_PORT", Readiness.PORT, "-Xmx512m"),
        /** Quick to start, small, and quick enough. It binds its port last. */
        SERVICE("GRPC_SERVER_PORT", Readiness.PORT, "-XX:TieredStopAtLevel=1", "-Xmx96m"),
        /** Executes every query of every person. */
        GATEWAY("SERVER_PORT", Readiness.HTTP, "-Xmx320m");

        private final String portSetting;
        private final Readiness readiness;
        private final List<String> flags;

        Kind(String portSetting, Readiness readiness, String... flags) {
            this.portSetting = portSetting;
            this.readiness = readiness;
            this.flags = List.of(flags);
        }

        String portSetting() {
            return portSetting;
        }

        Readiness readiness() {
            return readiness;
        }

        List<String> flags() {
            return flags;
        }
    }

    /** What shows that a process can be used. */
    enum Readiness {
        /** It accepts connections. */
        PORT,
        /** {@code GET /health/ready} answers 200. */
        HTTP
    }
}
