/**
 * The checker (核对): whether the case file, the ledger and the engine agree, case by case. It only reads, beside the running
 * application or without one. Nothing of this package is a bean of the running application.
 */
@org.springframework.modulith.NamedInterface("check")
package org.onewindow.workflow.check;
