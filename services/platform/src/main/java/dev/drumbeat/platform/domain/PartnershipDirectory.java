package dev.drumbeat.platform.domain;

import java.util.Collection;
import java.util.Map;

/** Knows the partnerships there are, whoever asks; for administrators and the services' own sweeps. */
public interface PartnershipDirectory {
    /** By name; those that do not exist are left out. */
    Map<String, PartnershipFacts> find(Collection<String> names);
}
