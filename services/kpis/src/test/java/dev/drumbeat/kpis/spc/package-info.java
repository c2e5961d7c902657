@NullMarked
package dev.drumbeat.kpis.spc;

import org.jspecify.annotations.NullMarked;
