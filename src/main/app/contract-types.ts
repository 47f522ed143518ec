import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';

/** What a use case is given for a call of the contract: validated, defaults filled in. */
export type InputOf<Call> =
  Call extends ContractProcedure<infer Schema, AnySchema, ErrorMap, Meta> ? InferSchemaOutput<Schema> : never;

/** What a use case answers for a call of the contract. */
export type OutputOf<Call> =
  Call extends ContractProcedure<AnySchema, infer Schema, ErrorMap, Meta> ? InferSchemaInput<Schema> : never;
