package dev.drumbeat.launcher;

import dev.drumbeat.launcher.ProcessSpec.Readiness;
import java.util.List;
import java.util.Map;

/** What it takes to start one process of one house. */
record PlannedProcess(
        String name, int port, Readiness readiness, List<String> command, Map<String, String> environment) {}
