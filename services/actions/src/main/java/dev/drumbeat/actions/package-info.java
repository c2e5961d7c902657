/**
 * Corrective actions, who owns them by when, and the RACI that proposes the owner. The domain: records, pure decisions, ports and
 * one class per use case.
 */
@NullMarked
package dev.drumbeat.actions;

import org.jspecify.annotations.NullMarked;
