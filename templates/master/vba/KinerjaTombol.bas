Attribute VB_Name = "KinerjaTombol"
Option Explicit
' The buttons on the sheets. A form control passes no argument, so each has a Sub of its own.

Public Sub Tekan_disposition()
    KinerjaJalankan "disposition"
End Sub

Public Sub Tekan_agreement()
    KinerjaJalankan "agreement"
End Sub

Public Sub Tekan_check()
    KinerjaJalankan "check"
End Sub

Public Sub Tekan_generate()
    KinerjaJalankan "generate"
End Sub

Public Sub Tekan_circular()
    KinerjaJalankan "circular"
End Sub

Public Sub Tekan_distribute()
    KinerjaJalankan "distribute"
End Sub

Public Sub Tekan_progress()
    KinerjaJalankan "progress"
End Sub

Public Sub Tekan_merge()
    KinerjaJalankan "merge"
End Sub

Public Sub Tekan_verify()
    KinerjaJalankan "verify"
End Sub

Public Sub Tekan_giveback()
    KinerjaJalankan "giveback"
End Sub

Public Sub Tekan_inventory()
    KinerjaJalankan "inventory"
End Sub

Public Sub Tekan_entry()
    KinerjaJalankan "entry"
End Sub

Public Sub Tekan_semester()
    KinerjaJalankan "semester"
End Sub

Public Sub Tekan_annual()
    KinerjaJalankan "annual"
End Sub

Public Sub Tekan_trace()
    KinerjaJalankan "trace"
End Sub

Public Sub Tekan_evaluation()
    KinerjaJalankan "evaluation"
End Sub

Public Sub Tekan_archive()
    KinerjaJalankan "archive"
End Sub

Public Sub Tekan_rollover()
    KinerjaJalankan "rollover"
End Sub

Public Sub Tekan_undo()
    KinerjaJalankan "undo"
End Sub

' Says that macros run, in which program, and that they see the workbook. Needs no Python and
' changes nothing; smoke tests call it.
Public Function UjiMakro() As String
    UjiMakro = KinerjaProgram() & ": " & ThisWorkbook.Worksheets.Count & " lembar"
End Function
