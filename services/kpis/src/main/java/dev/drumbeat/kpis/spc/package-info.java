/**
 * Signal or noise: control charts over the figures of one KPI.
 *
 * <p>Pure: the same question always gets the same answer; no clock, no randomness, no input or output. Callers outside this
 * package need {@link dev.drumbeat.kpis.spc.Spc#judge}, its question and its judgement, and nothing else.
 *
 * <p>Figures come in and go out as {@link java.math.BigDecimal}, in the unit of the KPI. In between, the statistics are
 * done in {@code double}: they are estimates (their own sampling error is some 10 %, a double's is 1e-16), square roots
 * have no exact decimal anyway, and a portfolio of hundreds of charts must not be felt. What a double could get
 * wrong, a tie on a line, is guarded by {@link dev.drumbeat.kpis.spc.Deviation#TIE}. Whatever is compared with a target is
 * compared as a decimal.
 *
 * <p><b>Gaps.</b> A missing period is not an observation: it neither ends nor lengthens a run, and a moving range is taken
 * between the present points on its two sides. The literature is divided (Hart and Hart leave such moving ranges out, the
 * usual packages drop missing values before they apply rules). This way a supplier who delivers every other month still
 * gets limits, and gaps mean here what they mean for red episodes: they neither open nor end anything.
 *
 * <p><b>Baselines.</b> Nothing is carried over the start of a baseline: limits, runs and drift start afresh there.
 */
@NullMarked
package dev.drumbeat.kpis.spc;

import org.jspecify.annotations.NullMarked;
