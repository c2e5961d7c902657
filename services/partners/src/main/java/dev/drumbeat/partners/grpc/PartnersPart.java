package dev.drumbeat.partners.grpc;

import io.grpc.BindableService;

/** Answers some methods of the contract; each method is answered by one part. */
interface PartnersPart extends BindableService {}
