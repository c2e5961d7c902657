package dev.drumbeat.cadence.grpc;

import io.grpc.BindableService;

/** Answers some methods of the contract; each method is answered by one part. */
interface CadencePart extends BindableService {}
