/**
 * The engine's room, the only one that knows Camunda: forms and their contracts, the steps that models call, deployment,
 * access and filters. Business rules live in the services that it calls.
 */
@org.springframework.modulith.ApplicationModule(displayName = "流程")
package org.onewindow.workflow;
