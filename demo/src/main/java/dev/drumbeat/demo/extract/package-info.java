/** Makes the extract that the demo keeps from the published data. */
@NullMarked
package dev.drumbeat.demo.extract;

import org.jspecify.annotations.NullMarked;
