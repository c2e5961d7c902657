/** What the people of the demo did in the weeks before today: corrective actions, meetings, agreements. All of it is invented. */
@NullMarked
package dev.drumbeat.demo.life;

import org.jspecify.annotations.NullMarked;
