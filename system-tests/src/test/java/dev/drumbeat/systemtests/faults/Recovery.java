package dev.drumbeat.systemtests.faults;

import java.time.Duration;

/**
 * How long it took, from the end of a fault (for a process that had ended: from the moment it was started again).
 *
 * @param page until somebody who has the page open found it whole
 * @param writes until everybody who writes had something confirmed
 */
record Recovery(Fault fault, Duration page, Duration writes) {}
