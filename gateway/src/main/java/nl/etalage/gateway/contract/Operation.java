package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One operation of a contract.
 *
 * @param path template, such as {@code /api/v1/shops/{slug}}
 * @param method lower case, as in an OpenAPI document
 * @param body the operation object
 */
record Operation(String path, String method, ObjectNode body) {}
