/**
 * The words every domain of the house shares: who asks, what they may do, how a wish is refused, how a change is remembered.
 * Pure Java; the only package of ours that another service's domain imports.
 */
@NullMarked
package dev.drumbeat.platform.domain;

import org.jspecify.annotations.NullMarked;
