/** What the manifests promise. */
@NullMarked
package dev.drumbeat.k8s;

import org.jspecify.annotations.NullMarked;
