Attribute VB_Name = "KinerjaBridge"
Option Explicit
' Starts Python from Excel. Python finds this workbook by --wb and --hwnd, which is how
' xlwings (Book.caller) is called; nothing else of xlwings is needed in here.

Private Const TUNGGU As Long = 2 ' xlWait
Private Const BIASA As Long = -4143 ' xlDefault
Private Const BEKERJA As String = "Kinerja sedang bekerja ..."

Public Sub KinerjaLewatExcel(ByVal perintah As String)
    #If Mac Then
        KinerjaLewatMac perintah
    #Else
        KinerjaLewatWindows perintah
    #End If
End Sub

' ---- Windows

Private Sub KinerjaLewatWindows(ByVal perintah As String)
    Dim python As String
    python = KinerjaPython()
    If python = "" Then
        KinerjaSampaikan KinerjaBelumTerpasang("mulai.cmd pasang")
    Else
        KinerjaTunggu python, perintah
    End If
End Sub

' Waits for Python, and gives cursor and status bar back whatever happens.
Private Sub KinerjaTunggu(ByVal python As String, ByVal perintah As String)
    Dim kode As Long
    Dim pesan As String
    pesan = ""
    On Error GoTo ditolak
    Application.Cursor = TUNGGU
    Application.StatusBar = BEKERJA
    kode = CreateObject("WScript.Shell").Run(KinerjaBaris(python, perintah), 0, True)
    ' 0: Python has shown its own dialog. It ends with 1 by itself when it cannot start.
    If kode <> 0 Then pesan = KinerjaBerhenti(kode)
pulih:
    On Error Resume Next
    Application.Cursor = BIASA
    Application.StatusBar = False
    If pesan <> "" Then KinerjaSampaikan pesan
    Exit Sub
ditolak:
    pesan = KinerjaDiblokir(python, perintah)
    Resume pulih
End Sub

' -I: what lies in the current folder, and other programs' settings for Python, do not count.
Private Function KinerjaBaris(ByVal python As String, ByVal perintah As String) As String
    KinerjaBaris = KinerjaKutip(python) & " -I -m kinerja.buttons " & perintah & _
        " --wb=" & KinerjaKutip(ThisWorkbook.Name) & " --from_xl=1 --hwnd=" & Application.Hwnd
End Function

' The first of these that exists; the person's own before one that others could have put
' beside the workbook. Never "python" by name alone: on Windows that may be nothing but a
' link to the Microsoft Store.
Private Function KinerjaPython() As String
    Dim calon As Variant
    Dim i As Long
    KinerjaPython = ""
    calon = Array(Environ("KINERJA_PYTHON"), _
        Environ("LOCALAPPDATA") & "\Kinerja\venv\Scripts\python.exe", _
        ThisWorkbook.Path & "\.venv\Scripts\python.exe", _
        ThisWorkbook.Path & "\..\.venv\Scripts\python.exe", _
        KinerjaSetelan("INTERPRETER_WIN"))
    For i = LBound(calon) To UBound(calon)
        If KinerjaAda(calon(i)) Then
            KinerjaPython = calon(i)
            Exit Function
        End If
    Next i
End Function

' A drive or a share that is gone is an error of Dir; the file is then not there.
Private Function KinerjaAda(ByVal jalur As String) As Boolean
    KinerjaAda = False
    If jalur = "" Then Exit Function
    On Error Resume Next
    KinerjaAda = (Dir(jalur) <> "")
End Function

' ---- Mac

' Excel's sandbox starts only scripts that stand in a folder of the user's, which mulai.py
' fills. Excel answers nobody while a macro runs, so Python goes on beside it and calls
' CleanUp when it ends (xlwings does, in _xlmac.py).
Private Sub KinerjaLewatMac(ByVal perintah As String)
    Dim jawab As String
    On Error GoTo ditolak
    Application.StatusBar = BEKERJA
    jawab = AppleScriptTask("kinerja.applescript", "jalankan", perintah & vbLf & _
        KinerjaSetelan("INTERPRETER_MAC") & vbLf & ThisWorkbook.Path & vbLf & ThisWorkbook.Name)
    If jawab = "jalan" Then Exit Sub
ditolak:
    CleanUp
    KinerjaSampaikan KinerjaBelumTerpasang("python3 mulai.py pasang")
End Sub

Private Sub CleanUp()
    Application.StatusBar = False
End Sub

' ---- both

' What stands beside the key in the hidden sheet xlwings.conf; "" if nothing does.
Private Function KinerjaSetelan(ByVal kunci As String) As String
    Dim lembar As Object
    Dim baris As Long
    KinerjaSetelan = ""
    On Error Resume Next
    Set lembar = ThisWorkbook.Worksheets("xlwings.conf")
    If lembar Is Nothing Then Exit Function
    For baris = 1 To 20
        If CStr(lembar.Cells(baris, 1).Value) = kunci Then
            KinerjaSetelan = CStr(lembar.Cells(baris, 2).Value)
        End If
    Next baris
End Function

Private Function KinerjaKutip(ByVal teks As String) As String
    KinerjaKutip = Chr(34) & teks & Chr(34)
End Function

Private Function KinerjaBelumTerpasang(ByVal pemasang As String) As String
    KinerjaBelumTerpasang = "Python untuk kinerja belum terpasang di komputer ini." & _
        vbNewLine & vbNewLine & "Buka folder program kinerja, lalu jalankan:" & vbNewLine & _
        pemasang & vbNewLine & vbNewLine & "Sesudah itu tekan tombolnya lagi."
End Function

Private Function KinerjaDiblokir(ByVal python As String, ByVal perintah As String) As String
    KinerjaDiblokir = "Excel tidak diizinkan menjalankan Python di komputer ini, mungkin " & _
        "oleh antivirus atau aturan kantor." & vbNewLine & vbNewLine & _
        "Pekerjaan ini tetap dapat dijalankan sendiri: simpan dan tutup workbook ini, buka " & _
        "Command Prompt, lalu ketik:" & vbNewLine & KinerjaKutip(python) & " -m kinerja " & _
        perintah & " --folder " & KinerjaKutip(ThisWorkbook.Path)
End Function

Private Function KinerjaBerhenti(ByVal kode As Long) As String
    KinerjaBerhenti = "Kinerja berhenti sebelum selesai (kode " & kode & ")." & vbNewLine & _
        vbNewLine & "Rinciannya ada di folder Log di samping workbook ini. Bila di sana tidak " & _
        "ada apa-apa, jalankan sekali lagi mulai.cmd pasang di folder program kinerja."
End Function
