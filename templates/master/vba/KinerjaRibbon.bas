Attribute VB_Name = "KinerjaRibbon"
Option Explicit
' The one callback of all ribbon buttons: the id of a button is the command it runs.
' It has a module of its own because LibreOffice does not know IRibbonControl.

Public Sub Kinerja_Tekan(control As IRibbonControl)
    KinerjaJalankan control.ID
End Sub
