/** Actions, RACI versions and claims in MongoDB collections. */
@NullMarked
package dev.drumbeat.actions.storage;

import org.jspecify.annotations.NullMarked;
