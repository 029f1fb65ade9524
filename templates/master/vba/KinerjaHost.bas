Attribute VB_Name = "KinerjaHost"
' Which program has the workbook open, and what stands in the way of a command.
'
' No Option Explicit, on purpose: ThisComponent exists in LibreOffice only. In Excel it is an
' undeclared variable and hence Empty, so this compiles in both programs and tells them apart.
' (Asked for its name, LibreOffice says "Microsoft Excel".)
' LibreOffice ignores lines that begin with # and compiles both branches between them; one
' module that does not compile would silence all macros. Each branch stands beside the other.

Public Function KinerjaDiLibreOffice() As Boolean
    KinerjaDiLibreOffice = Not IsEmpty(ThisComponent)
End Function

Public Function KinerjaProgram() As String
    If KinerjaDiLibreOffice() Then
        KinerjaProgram = "LibreOffice"
    Else
        KinerjaProgram = "Excel " & Application.Version
    End If
End Function

' perintah: the id of a command, such as merge. All else is done in Python.
Public Sub KinerjaJalankan(ByVal perintah As String)
    Dim halangan As String
    If KinerjaDiLibreOffice() Then
        KinerjaLewatCalc perintah
        Exit Sub
    End If
    halangan = KinerjaHalangan()
    If halangan = "" Then
        KinerjaLewatExcel perintah
    Else
        KinerjaSampaikan halangan
    End If
End Sub

Public Sub KinerjaSampaikan(ByVal pesan As String)
    MsgBox pesan, vbExclamation, "Kinerja"
End Sub

' What the user must change before Python could do anything; "" if nothing.
Public Function KinerjaHalangan() As String
    KinerjaHalangan = ""
    If ThisWorkbook.Path = "" Then
        KinerjaHalangan = "Workbook ini belum disimpan." & vbNewLine & vbNewLine & _
            "Simpan dahulu di folder kerjanya, lalu tekan tombolnya lagi."
    ElseIf InStr(ThisWorkbook.FullName, "://") > 0 Then
        KinerjaHalangan = "Workbook ini dibuka dari OneDrive atau SharePoint, " & _
            "sehingga foldernya tidak dapat dicapai." & vbNewLine & vbNewLine & _
            "Salin seluruh folder kerjanya ke folder biasa di komputer ini, misalnya " & _
            "C:\Kinerja, lalu buka workbooknya dari sana."
    ElseIf ThisWorkbook.ReadOnly Then
        KinerjaHalangan = "Workbook ini terbuka hanya untuk dibaca, jadi hasilnya tidak " & _
            "dapat disimpan. Mungkin sedang dibuka orang lain." & vbNewLine & vbNewLine & _
            "Tutup, lalu buka lagi sesudah orang itu selesai."
    ElseIf Not KinerjaNamaBisaDipakai(ThisWorkbook.Name) Then
        KinerjaHalangan = "Nama workbook ini memuat tanda = atau %, yang tidak dapat dipakai." & _
            vbNewLine & vbNewLine & "Tutup, ganti namanya menjadi kinerja.xlsm, lalu buka lagi."
    End If
End Function

' xlwings 0.37 splits --wb=name at every "=", and WScript.Shell takes %name% for a variable.
Private Function KinerjaNamaBisaDipakai(ByVal nama As String) As Boolean
    KinerjaNamaBisaDipakai = (InStr(nama, "=") = 0 And InStr(nama, "%") = 0)
End Function

' The script provider runs kinerja_lo.py, which mulai.py put into the profile of the user.
' The document is handed over because a script cannot ask for a document that is hidden.
Private Sub KinerjaLewatCalc(ByVal perintah As String)
    Dim naskah As Variant
    On Error GoTo belum
    naskah = "vnd.sun.star.script:kinerja_lo.py$jalankan?language=Python&location=user"
    Set naskah = ThisComponent.getScriptProvider().getScript(naskah)
    On Error GoTo gagal
    naskah.invoke Array(perintah, ThisComponent), Array(), Array()
    Exit Sub
belum:
    KinerjaSampaikan "LibreOffice belum dapat menjalankan kinerja." & vbNewLine & vbNewLine & _
        "Tutup LibreOffice, buka folder program kinerja, lalu jalankan:" & vbNewLine & _
        "python3 mulai.py pasang" & vbNewLine & "(di Windows: mulai.cmd pasang)"
    Exit Sub
gagal:
    KinerjaSampaikan "Kinerja berhenti sebelum selesai." & vbNewLine & vbNewLine & _
        "Rinciannya ada di folder Log di samping workbook ini."
End Sub
