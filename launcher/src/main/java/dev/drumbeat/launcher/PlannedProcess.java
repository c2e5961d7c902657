package dev.drumbeat.launcher;

import dev.drumbeat.launcher.ProcessSpec.Readiness;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What it takes to start one process of one house.
 *
 * @param command asked for only when it is started: what runs can be stopped even when its build is gone
 */
record PlannedProcess(
        String name, int port, Readiness readiness, Supplier<List<String>> command, Map<String, String> environment) {}
