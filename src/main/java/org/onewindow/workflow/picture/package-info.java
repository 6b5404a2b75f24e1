/** Pictures of models (流程图), drawn on the server for pages without the web applications' viewer. */
package org.onewindow.workflow.picture;
