/**
 * The drumbeat of a partnership: series of meetings, meetings with agenda, decisions, commitments and minutes, and how regularly
 * both sides meet. Pure: rules and decisions here, stores, clocks and libraries behind ports.
 */
@NullMarked
package dev.drumbeat.cadence;

import org.jspecify.annotations.NullMarked;
